import '../search/browser/start.ts';
import { offerCopying } from './copy.ts';
import { offerKeeping } from './keep-buttons.ts';
import { markNew } from './mark-new.ts';
import { prefetchOnHover } from './prefetch.ts';
import { offerScheme } from './scheme-switch.ts';

offerScheme();
offerKeeping();
offerCopying();
markNew();
prefetchOnHover();
