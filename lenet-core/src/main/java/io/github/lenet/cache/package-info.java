/**
 * Everything below {@code cacheDirectory}: its folders and locks, and trained models that outlive {@code mvn clean},
 * other branches and other checkouts, found again by the fingerprint of all that decides their bits.
 *
 * <p>Data sets, pictures and checkpoints have their folders here as well; what is in those is known to the rooms above.
 */
package io.github.lenet.cache;
