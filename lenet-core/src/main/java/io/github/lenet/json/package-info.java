/**
 * The one dialect of JSON that this project reads and writes: strict, in a fixed order, and the same bytes everywhere.
 *
 * <p>A record is an object, with a key for each component in declared order. Its components are numbers, texts, truth
 * values, paths and addresses (as texts), records, lists, maps with texts as keys, and arrays; a map of {@code Object}
 * is a tree of any JSON. A number that is not finite is a text. Annotations say more:
 *
 * <ul>
 *   <li>JSpecify's {@link org.jspecify.annotations.Nullable} on the type of a component: the value may be null, or its
 *       key missing. Without it, both are errors.
 *   <li>{@link io.github.lenet.json.OmitEmpty} on a component: null, or an empty text, list or map, has no key.
 *   <li>{@link io.github.lenet.json.Key} on a component: its key has another name. On a sealed interface: the first key
 *       of each of its records, which says which one it is.
 *   <li>{@link io.github.lenet.json.Transparent} on a record with one component: the value of that component, without
 *       an object of its own.
 * </ul>
 *
 * <p>Unknown and duplicate keys, values of another type, numbers out of range, and values that a record refuses are
 * errors; each one names the key, line and column.
 */
@NullMarked
package io.github.lenet.json;

import org.jspecify.annotations.NullMarked;
