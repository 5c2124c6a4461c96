/**
 * The pages for people: about a verified model, about many, and about a data set. Each is a single HTML file that
 * carries its pictures, styles and scripts.
 *
 * <p>The numbers come from {@code io.github.lenet.report}, so that no page tells another story than the files for
 * programs. {@link io.github.lenet.page.HtmlReport} writes the pages of a verdict, and
 * {@link io.github.lenet.page.ExplorationFiles} the one of a data set.
 */
@NullMarked
package io.github.lenet.page;

import org.jspecify.annotations.NullMarked;
