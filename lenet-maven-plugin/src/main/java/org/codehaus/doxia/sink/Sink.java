package org.codehaus.doxia.sink;

/**
 * The name of the sink by which Doxia 1 hands it to a report, for {@code ReportMojo} to be compiled against. Doxia 2
 * has no such type, so that the one artifact can't bring both generations. Under the site plugins before 3.20 Doxia's
 * own is loaded instead of this one; under the others nobody calls the method that takes it.
 */
public interface Sink extends org.apache.maven.doxia.sink.Sink {}
