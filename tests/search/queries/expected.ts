/**
 * A query over the shipped dump, and the start of the id of the paper that must come first. Several
 * starts: these must be among the first ten, one of them first.
 */
export type Expected = readonly [query: string, ...ids: string[]];
