import { apiSchema } from '../../site/api-schema.ts';
import { jsonFile } from '../../site/file-route.ts';

/** JSON Schema of the files below `/api/` and of those in `content/`. */
export const GET = () => jsonFile(apiSchema());
