/** Greek letters by name, as TeX writes them: `α` and `\alpha` meet as `alpha`. */
const GREEK: ReadonlyMap<string, string> = new Map(
  Object.entries({
    α: 'alpha',
    β: 'beta',
    γ: 'gamma',
    δ: 'delta',
    ε: 'epsilon',
    ζ: 'zeta',
    η: 'eta',
    θ: 'theta',
    ι: 'iota',
    κ: 'kappa',
    λ: 'lambda',
    μ: 'mu',
    ν: 'nu',
    ξ: 'xi',
    π: 'pi',
    ρ: 'rho',
    σ: 'sigma',
    ς: 'sigma',
    τ: 'tau',
    υ: 'upsilon',
    φ: 'phi',
    χ: 'chi',
    ψ: 'psi',
    ω: 'omega',
  }),
);

/** Symbols that readers also write as a word. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '∞': 'infinity',
    '∑': 'sum',
    '∏': 'prod',
    '∇': 'nabla',
    '∂': 'partial',
    '≤': 'leq',
    '≥': 'geq',
    '√': 'sqrt',
    '→': 'to',
  }),
);

/** The name of a Greek letter of either case, if it is one. */
export function greekName(letter: string): string | undefined {
  return GREEK.get(letter.toLowerCase());
}

/** The word for a mathematical symbol, if it has one. */
export function symbolName(symbol: string): string | undefined {
  return SYMBOLS.get(symbol);
}
