/** What a tick read: facts only, no judgement. */
package io.teal.release.observation;
