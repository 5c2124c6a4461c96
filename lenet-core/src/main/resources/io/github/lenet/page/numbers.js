/** Numbers as the Java class Numbers shows them: shares rounded down to four digits, losses up. */
const numbers = {
  share(value) {
    return numbers.rounded(value, Math.floor, (rounded) => rounded > value, -1);
  },

  loss(value) {
    return numbers.rounded(value, Math.ceil, (rounded) => rounded < value, 1);
  },

  /** A product of floating-point numbers may lie beside the decimal that is meant: 0.57 * 10000 is below 5700. */
  rounded(value, round, isBeyond, step) {
    let count = round(value * 1e4);
    if (!isBeyond((count - step) / 1e4)) {
      count -= step;
    }
    if (isBeyond(count / 1e4)) {
      count += step;
    }
    return (count / 1e4).toFixed(4);
  },
};
