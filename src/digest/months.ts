/** As BibTeX and most pages begin their names. */
export const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
