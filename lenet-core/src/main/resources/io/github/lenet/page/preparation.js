/**
 * Makes of a drawing what the Java class ImagePreparation makes of a picture, to the last grey value: Java computes with
 * floats, so every value that it keeps is rounded to one here. Pictures are {width, height, values}, row by row.
 */
const preparation = {
  /** Share of the strongest ink that counts as digit when the picture is cropped. */
  INK: Math.fround(0.1),

  /** Lowest contrast between digit and background that counts. */
  LOWEST_CONTRAST: 25,

  /** Share of an image's side that MNIST's box around a digit has. */
  BOX: 20 / 28,

  /** By the name in the POM. Each gives height * width grey values, 0 to 255, or null if nothing is drawn. */
  named: {
    /** The digit is cut out, scaled into the box, and placed by its centre of mass. */
    centre(picture, height, width) {
      const ink = preparation.ink(picture);
      if (ink.width === width && ink.height === height) {
        return preparation.bytes(ink);
      }
      const stretched = preparation.stretched(ink);
      if (stretched === null) {
        return null;
      }
      const digit = preparation.fittedIntoBox(preparation.cropped(stretched), height, width);
      return preparation.bytes(preparation.centredByMass(digit, height, width));
    },

    /** The whole picture, each axis scaled by itself. */
    resize(picture, height, width) {
      return preparation.bytes(preparation.scaledTo(picture, height, width));
    },
  },

  /** Inverts dark ink on a light background. */
  ink({width, height, values}) {
    const background = preparation.borderMedian({width, height, values});
    const sum = values.reduce((total, value) => total + Math.fround(value - background), 0);
    return {width, height, values: sum < 0 ? values.map((value) => 255 - value) : values};
  },

  /** Takes the background off, so that it is 0 and the strongest ink 255; null if there is nothing but background. */
  stretched({width, height, values}) {
    const background = preparation.borderMedian({width, height, values});
    const strongest = values.reduce((most, value) => Math.max(most, value - background), 0);
    if (strongest < preparation.LOWEST_CONTRAST) {
      return null;
    }
    const stretch = (value) => Math.fround(Math.fround(Math.max(0, value - background) * 255) / strongest);
    return {width, height, values: Array.from(values, stretch)};
  },

  borderMedian({width, height, values}) {
    const border = [];
    for (let x = 0; x < width; x++) {
      border.push(values[x], values[(height - 1) * width + x]);
    }
    for (let y = 0; y < height; y++) {
      border.push(values[y * width], values[y * width + width - 1]);
    }
    return border.sort((a, b) => a - b)[border.length >> 1];
  },

  /** Cuts away the background around the digit. */
  cropped({width, height, values}) {
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (values[y * width + x] >= Math.fround(255 * preparation.INK)) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    const rows = Array.from({length: bottom - top}, (_, row) =>
      values.slice((top + row) * width + left, (top + row) * width + right));
    return {width: right - left, height: bottom - top, values: rows.flat()};
  },

  /** Scales to the largest size that fits into the box of an image and keeps the proportions. */
  fittedIntoBox(picture, imageHeight, imageWidth) {
    const box = (length) => Math.max(1, Math.round(length * preparation.BOX));
    const scale = Math.min(box(imageWidth) / picture.width, box(imageHeight) / picture.height);
    return preparation.scaledTo(
      picture,
      Math.max(1, Math.round(picture.height * scale)),
      Math.max(1, Math.round(picture.width * scale)));
  },

  /** Scales each axis by itself; each new pixel is the mean of what it covers. */
  scaledTo(picture, height, width) {
    const values = [];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        values.push(
          preparation.mean(
            picture,
            (x * picture.width) / width,
            ((x + 1) * picture.width) / width,
            (y * picture.height) / height,
            ((y + 1) * picture.height) / height));
      }
    }
    return {width, height, values};
  },

  mean({width, height, values}, left, right, top, bottom) {
    let sum = 0;
    for (let y = Math.floor(top); y < Math.min(height, Math.ceil(bottom)); y++) {
      const coveredHeight = Math.min(bottom, y + 1) - Math.max(top, y);
      for (let x = Math.floor(left); x < Math.min(width, Math.ceil(right)); x++) {
        sum += values[y * width + x] * coveredHeight * (Math.min(right, x + 1) - Math.max(left, x));
      }
    }
    return Math.fround(sum / ((right - left) * (bottom - top)));
  },

  /** Places the digit so that its centre of mass is where MNIST has it, half a pixel right of and below the middle. */
  centredByMass({width, height, values}, imageHeight, imageWidth) {
    let [mass, massX, massY] = [0, 0, 0];
    values.forEach((value, i) => {
      mass += value;
      massX += value * ((i % width) + 0.5);
      massY += value * (Math.floor(i / width) + 0.5);
    });
    const left = preparation.offset(massX / mass, width, imageWidth);
    const top = preparation.offset(massY / mass, height, imageHeight);
    const centred = new Array(imageHeight * imageWidth).fill(0);
    values.forEach((value, i) => {
      centred[(top + Math.floor(i / width)) * imageWidth + left + (i % width)] = value;
    });
    return {width: imageWidth, height: imageHeight, values: centred};
  },

  offset(centre, length, imageLength) {
    return Math.min(Math.max(Math.round(imageLength / 2 + 0.5 - centre), 0), imageLength - length);
  },

  bytes({values}) {
    return Array.from(values, Math.round);
  },
};
