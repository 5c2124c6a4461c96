/** What reports of both generations of Doxia need, and only one of them has. */
package org.codehaus.doxia.sink;
