/** What was seen of the world when a tick looked: facts only, no judgement. Depends on {@code io.teal.release} only. */
package io.teal.release.observation;
