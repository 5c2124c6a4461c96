/** What {@code lenet:report} does: the page of a verification, made anew, or shown on the site of the project. */
package io.github.lenet.maven.report;
