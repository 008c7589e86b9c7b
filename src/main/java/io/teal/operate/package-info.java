/** What the operator's verbs do, without the command line: each verb has a package. */
package io.teal.operate;
