// Every link and every picture of the site that does not leave it leads to a file, and to an anchor in it.
import groovy.io.FileType
import org.jsoup.Jsoup

def site = new File(project.properties['site'])
def documents = [:].withDefault { Jsoup.parse(it, 'UTF-8') }
def pages = []
site.eachFileRecurse(FileType.FILES) {
  // What javadoc writes has links of its own that lead nowhere (JDK 17: constant-values.html).
  if (it.name.endsWith('.html') && !it.path.contains('/apidocs/')) {
    pages << it.canonicalFile
  }
}
def broken = []
def checked = 0
pages.each { page ->
  documents[page].select('[href], [src]').each { element ->
    def link = element.hasAttr('href') ? element.attr('href') : element.attr('src')
    if (link.isEmpty() || link ==~ /(?i)[a-z]+:.*/) {
      return
    }
    checked++
    def (path, anchor) = (link.split('#', 2) as List) + [null]
    path = URLDecoder.decode(path.replaceFirst(/\?.*/, '').replace('+', '%2B'), 'UTF-8')
    def target = path.isEmpty() ? page : new File(page.parentFile, path).canonicalFile
    if (target.isDirectory()) {
      target = new File(target, 'index.html')
    }
    def missing = !target.isFile() ? 'no such file'
        : anchor && target.name.endsWith('.html') && !documents[target].getElementById(URLDecoder.decode(anchor, 'UTF-8'))
            && documents[target].getElementsByAttributeValue('name', anchor).isEmpty() ? 'no such anchor' : null
    if (missing) {
      broken << "${site.toPath().relativize(page.toPath())}: $link ($missing)"
    }
  }
}
assert pages.size() > 40 && checked > 1000
if (broken) {
  throw new IllegalStateException("${broken.size()} broken links:\n${broken.join('\n')}")
}
log.info("$checked links in ${pages.size()} pages lead somewhere.")
