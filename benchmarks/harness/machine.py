"""What machine this is, by class: enough to judge a time, not enough to find the machine."""

import os
import platform
import subprocess


def cores():
    """The processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processor():
    """The processor's family, such as 'AMD EPYC, family 26'."""
    facts = {}
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as lines:
            for line in lines:
                name, _, value = line.partition(":")
                facts.setdefault(name.strip(), value.strip())
    except OSError:
        asked = ["sysctl", "-n", "machdep.cpu.brand_string"]
        try:
            facts["model name"] = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            pass
    name = facts.get("model name", platform.machine())
    family = facts.get("cpu family")
    return f"{name}, family {family}" if family else name


def system():
    """The operating system's name and version."""
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    except (OSError, AttributeError):
        return f"{platform.system()} {platform.release()}"


def description():
    """One line: cores, processor, architecture, system."""
    return f"{cores()} cores, {processor()}, {platform.machine()}, {system()}"
