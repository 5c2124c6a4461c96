/** What reports of both generations of Doxia need, and only one of them has. */
@NullMarked
package org.codehaus.doxia.sink;

import org.jspecify.annotations.NullMarked;
