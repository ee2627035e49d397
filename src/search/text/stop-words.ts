const WORDS =
  'a about an and are as at be been by can do does for from had has have how in into is it its may more most not of on or our such than that the their then there these they this to versus via vs was we were what when where which while who will with without you';

/** Words that a query need not find. */
export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(' '));
