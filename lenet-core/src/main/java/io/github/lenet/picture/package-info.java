/** Pictures of any size and colour, made into the grey or coloured images that a network takes. */
@NullMarked
package io.github.lenet.picture;

import org.jspecify.annotations.NullMarked;
