/** The adapters over real HTTP, against moto; with a proxy in between that does what networks do. */
package io.teal.runtime.wire;
