package etl.result;

/// What a small server offers to a stack.
public final class SmallServer {

    /// What the operating system of a 1 GB machine takes, MiB, where nobody states another share:
    /// stated, not measured.
    public static final int OS_SHARE_MIB = 150;

    /// What a $5 server with "1 GB" offers, MiB: 1024 less the kernel's own reservation.
    public static final double ONE_GB_MIB = 960;

    /// What it is sold as, MiB.
    public static final double SOLD_AS_MIB = 1024;

    private SmallServer() {}

    /// What a server that is sold with so much memory offers: the same share of it as with 1 GB.
    ///
    /// @param soldAsMib 512, 1024, 2048 …
    static double offeredMib(double soldAsMib) {
        return soldAsMib / SOLD_AS_MIB * ONE_GB_MIB;
    }
}
