/** Queries that a digest of circuits and quantization should answer with nothing. */
export const JUNK_QUERIES: readonly string[] = `
blockchain|cryptocurrency wallet|protein folding|football league|cricket match|chocolate cake recipe
medieval history|astronomy telescope|climate change policy|diabetes treatment|photosynthesis|asdfghjkl
xyzzy|dinosaur fossils|weather forecast|covid vaccine|music generation|french poetry|religion|economics
java servlet|python tutorial|kubernetes cluster|react hooks|sql injection|banking crisis|planets
genome sequencing|quantum gravity|string theory|black hole|dark matter|homomorphic encryption
autonomous vehicles|hotel booking|tax law|supreme court|antibiotics|volcano|elephant|kangaroo
lorem ipsum|hello world|superconductivity|graphene|drug discovery|earthquake|galaxy|shakespeare
violin concerto|basketball|olympics|marathon training plan|gardening tips|tropical islands
wine tasting|yoga|knitting patterns|roman empire|whale migration|coffee beans|mortgage rates
airline tickets|pottery|archaeology|parliament|vegetarian cooking|skiing holidays`
  .trim()
  .split(/[|\n]/);
