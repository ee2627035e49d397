import { prefetchOnHover } from './prefetch.ts';
import { offerScheme } from './scheme-switch.ts';

offerScheme();
prefetchOnHover();
