/**
 * What the user configured and where: in the POM, on the command line or not at all. Everything that warns about a
 * setting that has no effect, or explains a value that cannot be meant, is here.
 */
package io.github.lenet.maven.configuration;
