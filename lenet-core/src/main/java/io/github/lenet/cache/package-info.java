/**
 * Trained models that outlive {@code mvn clean}, other branches and other checkouts, found again by the fingerprint of
 * all that decides their bits.
 */
package io.github.lenet.cache;
