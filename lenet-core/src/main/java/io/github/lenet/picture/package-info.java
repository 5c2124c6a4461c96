/** Pictures of any size and colour, made into the grey images that a network takes. */
package io.github.lenet.picture;
