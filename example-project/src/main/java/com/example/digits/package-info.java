/** Reads handwritten digits with the model that the build of this project trained. */
package com.example.digits;
