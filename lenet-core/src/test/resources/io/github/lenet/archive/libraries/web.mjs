// Computes exported models with the library of browsers, here in Node.
//
//     node web.mjs EXPORTED
//
// OtherLibrariesTest writes the folder EXPORTED, and reads what this script leaves beside itself: web.csv. Run with Node 20.20.2 and
// onnxruntime-web 1.30.0, which `npm install onnxruntime-web` puts into the working directory.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const ort = createRequire(process.cwd() + "/")("onnxruntime-web");
ort.env.wasm.numThreads = 1;

const folder = process.argv[2];
const lines = [];
for (const name of ["lenet5", "lenet5-1998", "vgg6", "resnet8", "resnet14"]) {
  for (const channels of [1, 3]) {
    const bytes = readFileSync(`${folder}/images-${channels}.bin`);
    const images = new ort.Tensor("float32", Float32Array.from(bytes, value => value / 255), [3, channels, 28, 28]);
    const session = await ort.InferenceSession.create(readFileSync(`${folder}/${name}-${channels}.onnx`));
    const { probabilities } = await session.run({ image: images });
    for (let image = 0; image < 3; image++) {
      lines.push([name, channels, ...probabilities.data.slice(image * 10, (image + 1) * 10)].join(",") + "\n");
    }
  }
}
writeFileSync(new URL("web.csv", import.meta.url), lines.join(""));
