/**
 * The one dialect of JSON that this project reads and writes: strict, in a fixed order, and the same bytes everywhere.
 */
package io.github.lenet.json;
