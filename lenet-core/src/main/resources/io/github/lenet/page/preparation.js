/**
 * Makes of a drawing what MNIST makes of a digit, as the Java class ImagePreparation does: cut out, scaled into a box of
 * 20 x 20 of 28 x 28 pixels, or in proportion, and placed by its centre of mass. Pictures are {width, height, values}, row by row.
 */
const preparation = {
  /** Share of the strongest ink that counts as drawn. */
  INK: 0.1,

  /** Gives height * width grey values, 0 (background) to 255 (ink), or null if nothing is drawn. */
  prepare(picture, height, width) {
    const cropped = preparation.cropped(picture);
    if (cropped === null) {
      return null;
    }
    return preparation.centredByMass(preparation.fittedIntoBox(cropped, height, width), height, width).map(Math.round);
  },

  cropped({width, height, values}) {
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        if (values[y * width + x] >= 255 * preparation.INK) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    if (right === 0) {
      return null;
    }
    const rows = Array.from({length: bottom - top}, (_, row) =>
      Array.from(values.slice((top + row) * width + left, (top + row) * width + right)));
    return {width: right - left, height: bottom - top, values: rows.flat()};
  },

  /** Scales to the largest size that fits into the box; each new pixel is the mean of what it covers. */
  fittedIntoBox(picture, targetHeight, targetWidth) {
    const box = (length) => Math.max(1, Math.round((length * 20) / 28));
    const scale = Math.min(box(targetWidth) / picture.width, box(targetHeight) / picture.height);
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
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
    return sum / ((right - left) * (bottom - top));
  },

  /** The centre of mass comes to half a pixel right of and below the middle, where that of MNIST's digits is. */
  centredByMass({width, height, values}, targetHeight, targetWidth) {
    let [mass, massX, massY] = [0, 0, 0];
    values.forEach((value, i) => {
      mass += value;
      massX += value * ((i % width) + 0.5);
      massY += value * (Math.floor(i / width) + 0.5);
    });
    const left = preparation.offset(massX / mass, width, targetWidth);
    const top = preparation.offset(massY / mass, height, targetHeight);
    const centred = new Array(targetHeight * targetWidth).fill(0);
    values.forEach((value, i) => {
      centred[(top + Math.floor(i / width)) * targetWidth + left + (i % width)] = value;
    });
    return centred;
  },

  offset(centre, length, target) {
    return Math.min(Math.max(Math.round(target / 2 + 0.5 - centre), 0), target - length);
  },
};
