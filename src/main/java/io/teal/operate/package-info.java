/**
 * What the operator's verbs do, without the command line: each verb has a package. Depends on {@code io.teal.release}
 * and {@code io.teal.runtime.run}; only {@code aws} on the SDK.
 */
package io.teal.operate;
