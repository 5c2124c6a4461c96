/** Where the lines go that are the product of a goal, not news of its work. */
package io.github.lenet.maven.answer;
