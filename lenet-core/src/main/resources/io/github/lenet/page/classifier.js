/**
 * The forward pass of the trained network, layer by layer, as the Java package io.github.lenet.kernel computes it for one
 * image. Batch normalisation is part of the convolutions already.
 */
class Classifier {
  /** @param model layers, and the parameters of all of them as base64 of little-endian floats */
  constructor(model) {
    this.model = model;
    this.parameters = Classifier.decode(model.parameters);
  }

  /** Doubles, as all values are here: an array of floats would have to be converted at every step. */
  static decode(base64) {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    return Float64Array.from({length: bytes.length / 4}, (_, i) => view.getFloat32(4 * i, true));
  }

  /** @param pixels 0 to 255, in the order channel, row, column; gives a probability per class */
  probabilities(pixels) {
    const image = Float64Array.from(pixels, (pixel) => pixel / 255);
    const outputs = [];
    for (const layer of this.model.layers) {
      const inputs = layer.inputs.map((index) => (index < 0 ? image : outputs[index]));
      const output = Classifier[layer.type](layer, inputs, this.parameters);
      Classifier.activations[layer.activation](output);
      outputs.push(output);
    }
    return Classifier.softmax(outputs.at(-1));
  }

  /** Each works on an array, in its place. */
  static activations = {
    identity() {},
    relu(values) {
      for (let i = 0; i < values.length; i++) {
        values[i] = Math.max(values[i], 0);
      }
    },
    tanh(values) {
      for (let i = 0; i < values.length; i++) {
        values[i] = Math.tanh(values[i]);
      }
    },
  };

  /**
   * Parameters: biases[filter] and weights[filter][channel][row][column]. What a kernel covers is copied once, for all
   * filters.
   */
  static convolution({channels, height, width, filters, kernelSize, stride, padding, biases, weights}, [input], parameters) {
    const outputHeight = Math.floor((height + 2 * padding - kernelSize) / stride) + 1;
    const outputWidth = Math.floor((width + 2 * padding - kernelSize) / stride) + 1;
    const outputSize = outputHeight * outputWidth;
    const output = new Float64Array(filters * outputSize);
    const covered = new Float64Array(channels * kernelSize * kernelSize);
    for (let to = 0; to < outputSize; to++) {
      const top = Math.floor(to / outputWidth) * stride - padding;
      const left = (to % outputWidth) * stride - padding;
      let tap = 0;
      for (let channel = 0; channel < channels; channel++) {
        for (let row = top; row < top + kernelSize; row++) {
          for (let column = left; column < left + kernelSize; column++) {
            const inside = row >= 0 && row < height && column >= 0 && column < width;
            covered[tap++] = inside ? input[(channel * height + row) * width + column] : 0;
          }
        }
      }
      Classifier.weightedSums({units: filters, biases, weights}, covered, parameters, output, to, outputSize);
    }
    return output;
  }

  /** Squares that do not overlap; rows and columns left over at the end are ignored. */
  static pooling({kind, channels, height, width, size}, [input]) {
    const outputHeight = Math.floor(height / size);
    const outputWidth = Math.floor(width / size);
    const output = new Float64Array(channels * outputHeight * outputWidth);
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

  /** The mean of each plane. */
  static globalPooling({channels, height, width}, [input]) {
    const size = height * width;
    const output = new Float64Array(channels);
    for (let i = 0; i < input.length; i++) {
      output[Math.floor(i / size)] += input[i] / size;
    }
    return output;
  }

  /** The sum of two inputs, value by value. */
  static addition(_, [first, second]) {
    const output = new Float64Array(first.length);
    for (let i = 0; i < output.length; i++) {
      output[i] = first[i] + second[i];
    }
    return output;
  }

  /** Parameters: weights[unit][input] and biases[unit]. */
  static dense(layer, [input], parameters) {
    const output = new Float64Array(layer.units);
    Classifier.weightedSums(layer, input, parameters, output, 0, 1);
    return output;
  }

  /**
   * For each unit the sum of its bias and of all values, each times its weight; they go to output[first],
   * output[first + step] and so on. Four units side by side take a quarter of the time; the last few go one by one.
   */
  static weightedSums({units, biases, weights}, values, parameters, output, first, step) {
    const size = values.length;
    let unit = 0;
    for (; unit + 3 < units; unit += 4) {
      const row0 = weights + unit * size;
      const row1 = row0 + size;
      const row2 = row1 + size;
      const row3 = row2 + size;
      let sum0 = parameters[biases + unit];
      let sum1 = parameters[biases + unit + 1];
      let sum2 = parameters[biases + unit + 2];
      let sum3 = parameters[biases + unit + 3];
      for (let i = 0; i < size; i++) {
        const value = values[i];
        sum0 += parameters[row0 + i] * value;
        sum1 += parameters[row1 + i] * value;
        sum2 += parameters[row2 + i] * value;
        sum3 += parameters[row3 + i] * value;
      }
      output[first + unit * step] = sum0;
      output[first + (unit + 1) * step] = sum1;
      output[first + (unit + 2) * step] = sum2;
      output[first + (unit + 3) * step] = sum3;
    }
    for (; unit < units; unit++) {
      let sum = parameters[biases + unit];
      for (let i = 0; i < size; i++) {
        sum += parameters[weights + unit * size + i] * values[i];
      }
      output[first + unit * step] = sum;
    }
  }

  static softmax(logits) {
    const maximum = logits.reduce((a, b) => Math.max(a, b));
    const powers = Array.from(logits, (logit) => Math.exp(logit - maximum));
    const sum = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / sum);
  }
}
