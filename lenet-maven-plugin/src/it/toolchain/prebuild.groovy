// A JDK that is the one of this build, and writes down that it was used and with what.
def jdk = new File(basedir, 'jdk')
def java = new File(jdk, 'bin/java')
java.parentFile.mkdirs()
java.text = """\
    #!/bin/sh
    echo "\$@" >> '${basedir}/used.txt'
    exec '${System.getProperty('java.home')}/bin/java' "\$@"
    """.stripIndent()
java.executable = true
new File(jdk, 'release').text = 'JAVA_VERSION="' + System.getProperty('java.version') + '"\n'
new File(basedir, 'toolchains.xml').text = """\
    <toolchains>
      <toolchain>
        <type>jdk</type>
        <provides>
          <version>17</version>
          <vendor>recording</vendor>
        </provides>
        <configuration>
          <jdkHome>${jdk}</jdkHome>
        </configuration>
      </toolchain>
    </toolchains>
    """.stripIndent()
true
