/**
 * The pages for people: about a verified model, about many, about a data set, and about a search. Each is a single HTML
 * file that carries its pictures, styles and scripts.
 *
 * <p>The numbers come from {@code io.github.lenet.report}, so that no page tells another story than the files for
 * programs. {@link io.github.lenet.page.HtmlReport} writes the pages of a verdict,
 * {@link io.github.lenet.page.ExplorationFiles} the one of a data set, and {@link io.github.lenet.page.TuningFiles} the
 * one of a search.
 */
@NullMarked
package io.github.lenet.page;

import org.jspecify.annotations.NullMarked;
