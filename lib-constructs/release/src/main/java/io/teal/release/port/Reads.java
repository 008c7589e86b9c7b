package io.teal.release.port;

import java.util.function.Supplier;

/** How calls that only read are sent: one after another, or several at once. */
public interface Reads {
    /** Each is sent when its answer is asked for, and never if nobody asks. */
    Reads IN_TURN = new Reads() {
        @Override
        public <T> Supplier<T> begin(Supplier<T> read) {
            return read;
        }
    };

    /**
     * Has {@code read} made, maybe at once. What it gives or throws, the result gives or throws; a failure that nobody
     * asks for does no harm.
     */
    <T> Supplier<T> begin(Supplier<T> read);
}
