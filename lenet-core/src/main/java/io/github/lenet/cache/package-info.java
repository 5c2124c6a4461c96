/**
 * Everything below {@code cacheDirectory}: its {@linkplain io.github.lenet.cache.CacheLayout layout}, the
 * {@linkplain io.github.lenet.cache.CacheFolder folders} with their owners and locks, the one rule by which they are
 * {@linkplain io.github.lenet.cache.Cleaning cleaned}, and trained models that outlive {@code mvn clean}, other
 * branches and other checkouts, found again by the fingerprint of all that decides their bits.
 *
 * <table>
 * <caption>What lies there, and when it goes</caption>
 * <tr><th>folder</th><th>goes</th><th>lock</th></tr>
 * <tr><td>{@code datasets/<name>}</td><td>never; parts of it that were downloaded, after 30 days</td><td>its own</td></tr>
 * <tr><td>{@code datasets/archives/<digest>}</td><td>unused for 30 days</td><td>of {@code archives}</td></tr>
 * <tr><td>{@code datasets/pictures/<digest>}</td><td>unused for 30 days</td><td>of {@code pictures}</td></tr>
 * <tr><td>{@code digests/<digest>.json}</td><td>unused for 30 days</td><td>none</td></tr>
 * <tr><td>{@code models/<fingerprint>}</td><td>the least recently used ones beyond a number</td><td>none</td></tr>
 * <tr><td>{@code trainings/<fingerprint>}</td><td>unused for 30 days</td><td>its own</td></tr>
 * <tr><td>{@code trials/<fingerprint>.json}</td><td>unused for 30 days</td><td>none</td></tr>
 * </table>
 *
 * <p>Whoever adds to a folder cleans it. The rooms above know what is in a data set or a checkpoint, and ask here where
 * to put it.
 */
@NullMarked
package io.github.lenet.cache;

import org.jspecify.annotations.NullMarked;
