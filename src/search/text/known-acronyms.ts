/**
 * Acronyms that papers of the field use without saying what they stand for, and long forms that they
 * use without the acronym. Only those whose long form a corpus holds come into its index.
 */
const TABLE = `
ac alternating current|ad automatic differentiation|adc analog to digital converter|ae autoencoder
ai artificial intelligence|aig and inverter graph|ann artificial neural network|api application programming interface
asic application specific integrated circuit|asr automatic speech recognition|bab branch and bound|bcd block coordinate descent
bn batch normalization|bnn binary neural network|bnn binarized neural network|bnn binarized network|bnn network binarization|bnn bayesian neural network|bo bayesian optimization|bp belief propagation
cfg classifier free guidance|clip contrastive language image pre training|cnn convolutional neural network|convnet convolutional network
cot chain of thought|cpu central processing unit|crf conditional random field|cv computer vision|dag directed acyclic graph
dbm deep boltzmann machine|dbn deep belief network|ddpm denoising diffusion probabilistic model|deq deep equilibrium model
dl deep learning|dnn deep neural network|dp dynamic programming|dp differential privacy|dpo direct preference optimization
dqn deep q network|drl deep reinforcement learning|ebm energy based model|eda electronic design automation|ei expected improvement
elbo evidence lower bound|em expectation maximization|ep equilibrium propagation|fft fast fourier transform|ffn feed forward network
ffn feedforward network|fl federated learning|flops floating point operations|fp floating point|fpga field programmable gate array
gan generative adversarial network|gat graph attention network|gcn graph convolutional network|gd gradient descent
gdl geometric deep learning|gemm general matrix multiplication|gnn graph neural network|gp gaussian process|gpu graphics processing unit
gp geometric programming|grpo group relative policy optimization|gru gated recurrent unit|hdl hardware description language
hls high level synthesis|hmm hidden markov model|hpo hyperparameter optimization|hw hardware|ibp interval bound propagation
ic integrated circuit|icl in context learning|ioi indirect object identification|iot internet of things|ip intellectual property
ir information retrieval|itc inference time compute|kan kolmogorov arnold network|kat kolmogorov arnold transformer|kd knowledge distillation
kg knowledge graph|kl kullback leibler|knn k nearest neighbor|knn nearest neighbor|kv key value|ldpc low density parity check
llm large language model|lm language model|lmc linear mode connectivity|lora low rank adaptation|lp linear programming
lpr license plate recognition|lrp layer wise relevance propagation|lstm long short term memory|lut lookup table|mae mean absolute error
mae masked autoencoder|map maximum a posteriori|marl multi agent reinforcement learning|mc monte carlo|mcmc markov chain monte carlo
matmul matrix multiplication|mcts monte carlo tree search|mdp markov decision process|mha multi head attention|mhsa multi head self attention|mi mechanistic interpretability
mi mutual information|milp mixed integer linear programming|mip mixed integer programming|ml machine learning|mle maximum likelihood estimation
mlp multi layer perceptron|mlp multilayer perceptron|mm matrix multiplication|moe mixture of experts|mpc model predictive control
mpgemm mixed precision matrix multiplication|mpnn message passing neural network|mse mean squared error|mt machine translation
nas neural architecture search|ner named entity recognition|nerf neural radiance field|nisq noisy intermediate scale quantum
nlp natural language processing|nmf non negative matrix factorization|nmt neural machine translation
nn neural network|nnv neural network verification|npu neural processing unit|ntk neural tangent kernel|ocr optical character recognition
ode ordinary differential equation|ood out of distribution|opf optimal power flow|pac probably approximately correct
pc probabilistic circuit|pca principal component analysis|pcb printed circuit board|pde partial differential equation
peft parameter efficient fine tuning|pgd projected gradient descent|pinn physics informed neural network|poe product of experts
ppa power performance and area|ppo proximal policy optimization|ptq post training quantization|qa question answering|qas quantum architecture search
qat quantization aware training|qc quantum computing|qec quantum error correction|qec quantum error correcting|qml quantum machine learning
qnn quantum neural network|qldpc quantum low density parity check|qor quality of result|rag retrieval augmented generation
rbm restricted boltzmann machine|relu rectified linear unit|rf random forest|rf random features|rg representation group|rl reinforcement learning
rlhf reinforcement learning from human feedback|rmse root mean squared error|rnn recurrent neural network|rtl register transfer level
rtn round to nearest|sae sparse autoencoder|sde stochastic differential equation|sft supervised fine tuning|sft sparse fine tuning
sgd stochastic gradient descent|slam simultaneous localization and mapping|slt singular learning theory|smc sequential monte carlo|snn spiking neural network
sota state of the art|spn sum product network|spsa simultaneous perturbation stochastic approximation|ssl self supervised learning
ssm state space model|ste straight through estimator|svd singular value decomposition|svm support vector machine|tl transfer learning
tpu tensor processing unit|ts time series|ttc test time compute|tts text to speech|tts test time scaling|tta test time adaptation
vae variational autoencoder|vi variational inference|vit vision transformer|vlm vision language model|vlsi very large scale integration
vqa visual question answering|vqa variational quantum algorithm|vqc variational quantum classifier|vqc variational quantum circuit
vqe variational quantum eigensolver|wl weisfeiler lehman|wl weisfeiler leman|woq weight only quantization|xai explainable artificial intelligence`;

/** Acronym and long form, both lower case, hyphens as spaces. */
export const KNOWN_ACRONYMS: readonly (readonly [acronym: string, longForm: string])[] =
  TABLE.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const space = entry.indexOf(' ');
      return [entry.slice(0, space), entry.slice(space + 1)] as const;
    });
