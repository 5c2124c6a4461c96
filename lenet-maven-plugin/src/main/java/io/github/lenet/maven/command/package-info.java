/** Commands of the system that the plugin asks about the machine and the project. */
package io.github.lenet.maven.command;
