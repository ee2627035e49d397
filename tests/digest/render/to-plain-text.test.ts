import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toPlainText } from '../../../src/digest/render/to-plain-text.ts';

/** TeX and how a reader of plain text meets it. */
const readings: [tex: string, text: string][] = [
  ['S^{2}', 'S²'],
  [
    '\\mathcal{O}_i(u)=\\sigma(\\sum_j \\mathcal{W}_{ij}u+\\mathcal B_i)',
    '𝒪ᵢ(u) = σ(∑ⱼ 𝒲ᵢⱼ u + ℬᵢ)',
  ],
  ['\\|x\\|_\\infty \\leq 1/\\lambda', '‖x‖∞ ≤ 1/λ'],
  ['\\lVert x\\rVert_2', '‖x‖₂'],
  ['O(\\log(D)\\cdot|p|)', 'O(log(D)·|p|)'],
  ['x^{n+1}', 'xⁿ⁺¹'],
  ['x^{n+q}', 'x^(n+q)'],
  ['x_{i,j}^{(k)}', 'x_(i,j)⁽ᵏ⁾'],
  ['3\\times', '3×'],
  ['256\\times256', '256×256'],
  ['3\\times 10^{-5}', '3×10⁻⁵'],
  ['\\frac{a+b}{\\sqrt{n}}', '(a + b)/√n'],
  ['\\frac{1}{\\delta}\\log n', '1/δ log n'],
  ['\\tilde{O}(\\sqrt{T \\log n})', 'Õ(√(T log n))'],
  ['\\hat{x}, \\bar{y}, \\dot{z}', 'x̂, ȳ, ż'],
  ['\\sum_{i=1}^{n} x_i^2', '∑ᵢ₌₁ⁿ xᵢ²'],
  ['\\mathbb{E}_{x\\sim p}[f(x)]', '𝔼_(x∼p)[f(x)]'],
  ['\\ell_{test} x_{max}', 'ℓ_test xₘₐₓ'],
  ['\\mathrm{KL}(p\\|q)', 'KL(p‖q)'],
  ['\\arg\\max_{\\theta} \\mathcal{L}(\\theta)', 'arg max_θ ℒ(θ)'],
  ['90^\\circ', '90°'],
  ['10^{-3}\\,\\text{cm}', '10⁻³ cm'],
  ['1,000', '1,000'],
  ['ç + ő_1 + \\text{ş}', 'ç + ő₁ + ş'],
  ['\\sim 5\\%', '∼5%'],
  ['<5', '<5'],
  ['-1 + -2', '−1 + −2'],
  ['f: X \\to Y', 'f: X → Y'],
  ['x \\mid y', 'x | y'],
  ['p(x|y)', 'p(x|y)'],
  ['1.2{\\sim}1.3\\times', '1.2∼1.3×'],
  ['0.01\\%\\downarrow', '0.01%↓'],
  ['\\underline{Cus}', 'Cus'],
  ['\\mathit{the}', 'the'],
  ['n^{2.83}', 'n^2.83'],
  ['q = p/\\tilde p', 'q = p/p̃'],
  ['a \\bmod b', 'a mod b'],
  ['\\binom{n}{k}', '(n choose k)'],
  ['\\langle x, y \\rangle', '⟨x, y⟩'],
  ["x'", 'x′'],
  ['\\mathrm{H}_2\\mathrm{O}', 'H₂O'],
  ['\\alpha,\\!\\beta', 'α, β'],
  ['\\sqrt[3]{x}', '∛x'],
  ['\\text{Top-}k', 'Top-k'],
  ['\\mathbf{x}^\\top \\boldsymbol{\\alpha}', 'x^⊤ α'],
  ['\\mathcal{N}(0, \\sigma^2 I)', '𝒩(0, σ²I)'],
  ['\\left\\{\\begin{matrix} a & b\\\\ c & d\\end{matrix}\\right\\}', '{a b; c d}'],
];

for (const [value, text] of readings) {
  test(`${value} reads ${text}`, () => {
    assert.equal(toPlainText([{ type: 'inlineMath', value }]), text);
  });
}

/** What cannot be set is shown as it was written. */
for (const value of ['\\frac{', '\\href{javascript:alert(1)}{x}', '{'.repeat(5000), '\\foo'])
  test(`${value.slice(0, 30)} stays source`, () => {
    assert.equal(toPlainText([{ type: 'inlineMath', value }]), value);
  });

test('a phrasing is one line', () => {
  assert.equal(
    toPlainText([
      { type: 'text', value: 'a\nb\u0000\u202E ' },
      { type: 'strong', children: [{ type: 'text', value: 'c\uD800' }] },
      { type: 'link', url: 'https://example.org', children: [{ type: 'text', value: 'd' }] },
    ]),
    'a b c\uFFFDd',
  );
});

/** Deep and long formulae, each read in no time: every part is visited once. */
for (const value of [
  `${'\\sqrt{'.repeat(55)}x${'}'.repeat(55)}`,
  `${'{'.repeat(55)}x${'}^a'.repeat(55)}`,
  `${'\\hat{'.repeat(55)}x${'}'.repeat(55)}`,
  `${'\\frac{1}{'.repeat(55)}x${'}'.repeat(55)}`,
  'a,'.repeat(900),
])
  test(`${value.slice(0, 30)}… is read`, { timeout: 5000 }, () => {
    assert.ok(
      toPlainText([{ type: 'inlineMath', value }]).includes(value.startsWith('a') ? 'a' : 'x'),
    );
  });
