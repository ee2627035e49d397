/** Whole lines, as Hugging Face and arXiv pages print them; compared in lower case. */
export const CERTAIN_LINES = new Set(
  `get trending papers in your email inbox!
get trending papers in your email inbox once a day!
get trending papers in your email inbox
byak and the research community
by ak and the research community
sign up or log in to comment
view arxiv page
view pdf
view a pdf
view on arxiv
read the paper
hugging face's logo
search models, datasets, users...
add to collection
ai-generated summary
submitted by
submitted by:
paper author
paper submitter
paper of the day
papers citing this paper
start tracking this paper
this is an automated message from the librarian bot
edit preview
upload images, audio, and videos by dragging in the text input, pasting, or clicking here
tap or paste here to upload images
references & citations
bibliographic and citation tools
bibliographic tools
code, data, media
code, data and media associated with this article
recommenders and search tools
related papers
current browse context
change to browse by
export bibtex citation
access paper
full-text links
submission history
focus to learn more
arxiv-issued doi via datacite
about arxivlabs
arxivlabs: experimental projects with community collaborators
html (experimental)
tex source
other formats
view license
bibsonomy logo reddit logo
bibsonomy
google scholar
semantic scholar
nasa ads`.split('\n'),
);

/** Short lines that a paper could be called, were nothing else at hand; in lower case. */
export const LIKELY_LINES = new Set(
  `new
subscribe
community
abstract
abstract:
papers
paper
authors
authors:
github
arxiv page
paper page
project page
daily papers
trending papers
trending
upvote
previous
next
today
daily
weekly
monthly
hugging face
models
datasets
spaces
buckets
docs
solutions
enterprise
pricing
posts
tasks
collections
log in
sign up
reply
loading...
show more
see more
read more
bookmark
comments
sort by
code
pdf
html
arxiv
project
demo
share
company
system theme
tos
privacy
about
careers
jobs
website
▲
△
↑
⭐
👍
-
·
•
,
|`.split('\n'),
);
