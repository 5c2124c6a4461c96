/**
 * What {@code lenet:verify} does with the model of a module: it is measured, compared with its baseline and with the
 * values of the POM, and judged, and every report is written; and what {@code lenet:report} makes of these files
 * afterwards.
 */
@NullMarked
package io.github.lenet.maven.verification;

import org.jspecify.annotations.NullMarked;
