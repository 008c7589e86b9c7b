/** What a tick read: facts only, no judgement. Depends on {@code io.teal.release} only. */
package io.teal.release.observation;
