/**
 * Files that are whole or absent, programs that end with this one, and the one dialect of JSON that every file of this project is written in.
 *
 * <p>This is the lowest room of the house: it knows nothing of data sets, models or builds.
 */
package io.github.lenet.io;
