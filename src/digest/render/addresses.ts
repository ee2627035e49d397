/** The addresses of a paper in other places, by its identifiers there. */
export const arxivUrl = (id: string) => `https://arxiv.org/abs/${id}`;
export const openReviewUrl = (id: string) => `https://openreview.net/forum?id=${id}`;
export const doiUrl = (doi: string) => `https://doi.org/${encodeURI(doi)}`;
