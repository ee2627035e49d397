import { jsonFile } from '../../site/file-route.ts';
import { topicRecords } from '../../site/topic-records.ts';

/** All topics in the order of the taxonomy, with the ids of their papers. */
export const GET = () => jsonFile(topicRecords());
