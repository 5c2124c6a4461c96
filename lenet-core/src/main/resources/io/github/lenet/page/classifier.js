/** The forward pass of the trained network, layer by layer, as the Java package io.github.lenet.kernel computes it. */
class Classifier {
  /** @param model height, width, classNames, layers, and the parameters of all layers as base64 of little-endian floats */
  constructor(model) {
    this.model = model;
    this.parameters = Classifier.decode(model.parameters);
  }

  static decode(base64) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    return Float32Array.from({length: bytes.length / 4}, (_, i) => view.getFloat32(4 * i, true));
  }

  /** @param pixels height * width grey values, 0 (background) to 255 (ink), row by row; gives a probability per class */
  probabilities(pixels) {
    const image = Float32Array.from(pixels, (pixel) => pixel / 255);
    const outputs = [];
    for (const layer of this.model.layers) {
      const [input] = layer.inputs.map((index) => (index < 0 ? image : outputs[index]));
      const output = Classifier[layer.type](layer, input, this.parameters);
      outputs.push(output.map(Classifier.activations[layer.activation]));
    }
    return Classifier.softmax(outputs.at(-1));
  }

  static activations = {identity: (x) => x, relu: (x) => Math.max(x, 0), tanh: Math.tanh};

  /** Parameters: biases[filter] and weights[filter][channel][row][column]. */
  static convolution({channels, height, width, filters, kernelSize, padding, biases, weights}, input, parameters) {
    const outputHeight = height + 2 * padding - kernelSize + 1;
    const outputWidth = width + 2 * padding - kernelSize + 1;
    const output = new Float32Array(filters * outputHeight * outputWidth);
    let to = 0;
    for (let filter = 0; filter < filters; filter++) {
      for (let y = 0; y < outputHeight; y++) {
        for (let x = 0; x < outputWidth; x++) {
          let sum = parameters[biases + filter];
          let weight = weights + filter * channels * kernelSize * kernelSize;
          for (let channel = 0; channel < channels; channel++) {
            for (let row = y - padding; row < y - padding + kernelSize; row++) {
              for (let column = x - padding; column < x - padding + kernelSize; column++, weight++) {
                if (row >= 0 && row < height && column >= 0 && column < width) {
                  sum += parameters[weight] * input[(channel * height + row) * width + column];
                }
              }
            }
          }
          output[to++] = sum;
        }
      }
    }
    return output;
  }

  /** Squares that do not overlap; rows and columns left over at the end are ignored. */
  static pooling({kind, channels, height, width, size}, input) {
    const outputHeight = Math.floor(height / size);
    const outputWidth = Math.floor(width / size);
    const output = new Float32Array(channels * outputHeight * outputWidth);
    let to = 0;
    for (let channel = 0; channel < channels; channel++) {
      for (let y = 0; y < outputHeight; y++) {
        for (let x = 0; x < outputWidth; x++) {
          let sum = 0;
          let maximum = -Infinity;
          for (let row = y * size; row < (y + 1) * size; row++) {
            for (let column = x * size; column < (x + 1) * size; column++) {
              const value = input[(channel * height + row) * width + column];
              sum += value;
              maximum = Math.max(maximum, value);
            }
          }
          output[to++] = kind === "maximum" ? maximum : sum / (size * size);
        }
      }
    }
    return output;
  }

  /** Parameters: weights[unit][input] and biases[unit]. */
  static dense({units, biases, weights}, input, parameters) {
    return Float32Array.from({length: units}, (_, unit) => {
      let sum = parameters[biases + unit];
      for (let i = 0; i < input.length; i++) {
        sum += parameters[weights + unit * input.length + i] * input[i];
      }
      return sum;
    });
  }

  static softmax(logits) {
    const maximum = logits.reduce((a, b) => Math.max(a, b));
    const powers = Array.from(logits, (logit) => Math.exp(logit - maximum));
    const sum = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / sum);
  }
}
