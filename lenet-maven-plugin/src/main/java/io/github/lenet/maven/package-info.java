/**
 * The goals of the plugin. Each one reads its parameters into one immutable request, and hands that to the package that
 * does the work.
 */
package io.github.lenet.maven;
