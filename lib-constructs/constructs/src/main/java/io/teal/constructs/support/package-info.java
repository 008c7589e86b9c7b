/** What several construct packages share; not for apps. May depend on {@code io.teal.release} and the CDK. */
package io.teal.constructs.support;
