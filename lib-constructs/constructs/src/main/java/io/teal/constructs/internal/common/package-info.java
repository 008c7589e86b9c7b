/** What several internal packages share: names, durations, L1 resources. */
package io.teal.constructs.internal.common;
