package etl.result;

/// CPU time that one container used in the window, from the kernel's cumulative counter. The
/// difference of two readings is exact whatever the sampling rate; the counter restarts with the
/// container, and a restart is told from the container's start time, because the new value may
/// already be above the old one. What was used between the last reading and the stop is lost.
final class CpuCounter {

    private double usedS = Double.NaN;
    private double lastS;
    private int life = -1;

    /// @param number which life of the container the reading belongs to
    /// @param bornInside that life began in the window, so that its counter began at 0 there
    void read(int number, boolean bornInside, double counterS) {
        boolean sameLife = number == life && counterS >= lastS;
        if (Double.isNaN(usedS)) {
            usedS = bornInside ? counterS : 0;
        } else {
            usedS += sameLife ? counterS - lastS : counterS;
        }
        life = number;
        lastS = counterS;
    }

    /// `NaN` before the first reading.
    double usedS() {
        return usedS;
    }
}
