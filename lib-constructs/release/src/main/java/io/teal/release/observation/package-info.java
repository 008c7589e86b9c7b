/** What was seen of the world when a tick looked: facts only, no judgement. */
package io.teal.release.observation;
